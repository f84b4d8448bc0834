using System.Diagnostics;
using OpenClaw.Channels;
using OpenClaw.Plugins;

namespace OpenClaw.SdkPlugins.Bad;

/// <summary>Breaks exactly the rule that its settings name, and keeps all others.</summary>
public sealed class BadPlugin : IPlugin
{
    public void Configure(IPluginBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var breaks = RuleOf(builder.Scope);
        if (breaks == "leaves-a-handler")
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Debug.WriteLine(breaks);
        if (breaks == "starts-once")
            StartOnce(builder.Scope.Settings.GetProperty("run").GetString()!);
        if (breaks == "loop-throws")
            builder.Scope.Run("broken", static _ => throw new InvalidOperationException("broken"));
        builder
            .AddTool(new BadTool(breaks))
            .AddAgentProvider<BadStandaloneProvider>()
            .AddAgentProvider("bad-api", (_, settings) => new BadProvider(settings, breaks))
            .AddChannel(
                new ChannelDescriptor { Id = "bad-chat", Label = "Bad chat", MaxTextLength = breaks == "has-no-limit" ? 0 : 4_000 },
                (_, account) => new BadChannel(account, breaks));
    }

    internal static string RuleOf(IPluginScope scope) => scope.Settings.TryGetProperty("breaks", out var rule) ? rule.GetString()! : "";

    private static void StartOnce(string run)
    {
        if (Environment.GetEnvironmentVariable(run) is not null)
            throw new InvalidOperationException("Only one generation of this plugin can ever run.");
        Environment.SetEnvironmentVariable(run, "taken");
    }
}
