using OpenClaw.Client;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Host.Plugins;
using OpenClaw.Host.Plugins.Discovery;
using OpenClaw.Host.Plugins.Loading;
using OpenClaw.Host.Plugins.Manifests;
using OpenClaw.Host.Storage;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Plugins;

/// <summary><c>plugins doctor</c>: what is wrong with plugins, from their folders and from a gateway that runs. It changes nothing.</summary>
internal sealed class PluginsDoctorCommand() : RemoteCommand("doctor", "Look for what is wrong with plugins")
{
    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var report = Look(invocation);
        if (InstanceLock.IsHeld(invocation.Paths))
            report = report with { PluginErrors = [.. report.PluginErrors, .. await RunningAsync(invocation, cancellationToken)] };
        report = report with { Ok = report.IsEmpty, PluginErrors = [.. report.PluginErrors.DistinctBy(static issue => issue.PluginId)] };
        if (invocation.Json)
            invocation.Console.WriteJson(report, CliJsonContext.Default.PluginsDoctorReport);
        else
            Print(report, invocation);
        return report.Ok ? ExitCodes.Success : ExitCodes.Failure;
    }

    private static PluginsDoctorReport Look(CliInvocation invocation)
    {
        var selection = new PluginSelectionFactory(invocation.Paths, AppContext.BaseDirectory).Create(invocation.RequireConfig());
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        List<PluginIssue> errors = [], shadowed = [], compatibility = [];
        foreach (var folder in PluginDiscovery.Find(selection.Roots))
        {
            var id = folder.DisplayId;
            if (!seen.TryAdd(id, folder.Path))
                shadowed.Add(new PluginIssue(id, folder.Path, $"{seen[id]} has the same id and comes first"));
            else if (selection.DisabledReason(id) is not null)
                continue;
            else if (folder.Manifest.Manifest is not { } manifest)
                errors.Add(new PluginIssue(id, folder.Path, folder.Manifest.Reason ?? "its manifest cannot be read"));
            else if ((ContractCheck.Reason(manifest) ?? FrameworkCheck.Reason(folder.Path, manifest)) is { } reason)
                compatibility.Add(new PluginIssue(id, folder.Path, reason));
        }

        return new PluginsDoctorReport
        {
            PluginErrors = errors,
            SourceShadowing = shadowed,
            Compatibility = compatibility,
            ConfigurationWarnings =
            [
                .. selection.ConfiguredIds.Where(id => !seen.ContainsKey(id))
                    .Select(static id => new PluginIssue(id, $"plugins.entries.{id}", "no plugin of that id is there")),
            ],
        };
    }

    private async Task<IReadOnlyList<PluginIssue>> RunningAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        try
        {
            var list = await AskAsync(invocation, MethodNames.PluginsList, default, cancellationToken);
            return
            [
                .. list.ItemsAt("plugins").Where(static plugin => plugin.TextAt("error") is not null)
                    .Select(static plugin => new PluginIssue(plugin.TextAt("id") ?? "-", "gateway", plugin.TextAt("error")!)),
            ];
        }
        catch (GatewayException error)
        {
            return [new PluginIssue("-", "gateway", $"the gateway that runs could not be asked: {RemoteFailures.Headline(error)}")];
        }
    }

    private static void Print(PluginsDoctorReport report, CliInvocation invocation)
    {
        var output = invocation.Console.Output;
        if (report.Ok)
            output.WriteLine("No plugin issues detected.");
        foreach (var (title, issues) in new[]
        {
            ("Plugin errors", report.PluginErrors), ("Versions that do not fit", report.Compatibility), ("Hidden by another of the same id", report.SourceShadowing),
            ("Configuration", report.ConfigurationWarnings),
        })
        {
            if (issues.Count == 0)
                continue;
            output.WriteLine($"{title}:");
            foreach (var issue in issues)
                output.WriteLine(ControlText.ToOneLine($"- {issue.PluginId} ({invocation.Show(issue.Source)}): {issue.Message}"));
        }
    }
}
