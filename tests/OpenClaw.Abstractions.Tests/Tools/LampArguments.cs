using System.ComponentModel;

namespace OpenClaw.Abstractions.Tests.Tools;

[Description("Arguments of the lamp.")]
internal sealed record LampArguments
{
    [Description("A colour by name.")]
    public required string Colour { get; init; }

    // Not init: generated contexts set absent init properties to zero.
    public int Brightness { get; set; } = 100;

    public LampMode Mode { get; init; }

    public IReadOnlyList<string>? Rooms { get; init; }
}
