using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Probing;

/// <summary>Draws the conclusions from a probe.</summary>
internal static class ProbeWarnings
{
    public static IReadOnlyList<ProbeWarning> Of(IReadOnlyList<ProbedTarget> targets)
    {
        var there = targets.Where(static target => target.Connect.Ok).ToList();
        var warnings = new List<ProbeWarning>();
        if (there.Count == 0)
        {
            warnings.Add(new(
                "no_gateway_reachable",
                "No gateway answered. Start one with `openclaw gateway run`, or run `openclaw gateway status --deep` to see who listens on the port.",
                Ids(targets)));
        }

        if (there.Count > 1)
        {
            warnings.Add(new(
                "multiple_gateways", "multiple reachable gateways: commands talk to the active one only; stop the other unless both are meant to run.", Ids(there)));
        }

        Add(warnings, there, static target => target.Connect.ScopeLimited, "probe_scope_limited",
            $"The connection succeeded, but the credentials lack {OperatorScopes.Read}, so nothing could be asked. Pair this device or use the gateway's secret.");
        Add(warnings, there, static target => target.Connect is { RpcOk: false, ScopeLimited: false }, "probe_detail_failed",
            $"The gateway is there, but it did not answer: {there.Find(static target => target.Connect is { RpcOk: false, ScopeLimited: false })?.Connect.Error}");
        Add(warnings, there, static target => target.Server.Protocol is < ProtocolVersions.Current, "older_protocol",
            $"The gateway speaks an older protocol than {ProtocolVersions.Current}: what is newer does not work with it. Update it.");
        return warnings;
    }

    private static void Add(List<ProbeWarning> warnings, List<ProbedTarget> targets, Predicate<ProbedTarget> concerns, string code, string message)
    {
        if (targets.FindAll(concerns) is { Count: > 0 } found)
        {
            warnings.Add(new(code, message, Ids(found)));
        }
    }

    private static string[] Ids(IEnumerable<ProbedTarget> targets) => [.. targets.Select(static target => target.Id)];
}
