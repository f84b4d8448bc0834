using System.ComponentModel;

namespace CustomTool;

/// <summary>The arguments. What <c>required</c> and <c>[Description]</c> say reaches the model as part of the schema.</summary>
internal sealed record Temperature
{
    [Description("The number on the thermometer.")]
    public required double Degrees { get; init; }

    [Description("What it is counted in: celsius or fahrenheit.")]
    public required string Unit { get; init; }
}
