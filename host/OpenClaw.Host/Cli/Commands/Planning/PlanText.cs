using OpenClaw.Host.Cli.Output;

namespace OpenClaw.Host.Cli.Commands.Planning;

/// <summary>A plan for people.</summary>
internal static class PlanText
{
    public static void Write(PlanDocument plan, TextWriter output)
    {
        if (plan.Changes.Count == 0)
        {
            output.WriteLine("Nothing would change.");
            return;
        }

        output.WriteLine($"Keys (gateway.reload.mode is {plan.Mode})");
        var width = plan.Changes.Max(static change => change.Path.Length);
        foreach (var change in plan.Changes)
            output.WriteLine(ControlText.ToOneLine($"  {change.Path.PadRight(width)}  {change.Class,-7}  {Words(change)}"));
        output.WriteLine(plan.PluginsWait ? "Plugins, once this is in force" : "Plugins");
        if (plan.Plugins.Count == 0)
            output.WriteLine("  there are none");
        width = plan.Plugins.Select(static plugin => plugin.Id.Length).DefaultIfEmpty().Max();
        foreach (var plugin in plan.Plugins)
            output.WriteLine(ControlText.ToOneLine($"  {plugin.Id.PadRight(width)}  {plugin.Effect}{(plugin.Reason is { } reason ? $": {reason}" : "")}"));
        output.WriteLine(plan.RestartsGateway ? "The gateway would restart." : "The gateway would not restart.");
    }

    private static string Words(PlannedKey change) => change.Effect switch
    {
        PlannedKey.Applied => "takes effect at once",
        PlannedKey.Restarts => "restarts the gateway",
        _ => "waits for the next start",
    };
}
