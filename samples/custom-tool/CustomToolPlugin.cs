using OpenClaw.Plugins;
using OpenClaw.Tools;

namespace CustomTool;

/// <summary>One tool whose schema comes from the type of its arguments.</summary>
public sealed class CustomToolPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddTool(Tool.Create(
            "convert_temperature",
            "Converts a temperature between Celsius and Fahrenheit.",
            TemperatureJson.Default.Temperature,
            static (temperature, _, _) => ValueTask.FromResult(Convert(temperature))));
    }

    private static ToolResult Convert(Temperature temperature) => temperature.Unit switch
    {
        "celsius" => ToolResult.Text(FormattableString.Invariant($"{temperature.Degrees} °C are {(temperature.Degrees * 9 / 5) + 32:0.#} °F")),
        "fahrenheit" => ToolResult.Text(FormattableString.Invariant($"{temperature.Degrees} °F are {(temperature.Degrees - 32) * 5 / 9:0.#} °C")),
        _ => ToolResult.Failed("unknown_unit", $"'{temperature.Unit}' is no unit known here. Use celsius or fahrenheit."),
    };
}
