using OpenClaw.Plugins;

namespace Dice;

/// <summary>The entry point: the gateway makes one and asks it what the plugin offers.</summary>
public sealed class DicePlugin : IPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddTool<RollTool>();
    }
}
