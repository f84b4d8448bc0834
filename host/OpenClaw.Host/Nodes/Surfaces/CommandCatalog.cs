using System.Collections.Frozen;

namespace OpenClaw.Host.Nodes.Surfaces;

/// <summary>Which commands there are rules for.</summary>
internal static class CommandCatalog
{
    /// <summary>Stores of approvals on a node have methods of their own, which check more.</summary>
    public const string ExecApprovalsPrefix = "system.execApprovals.";

    private static readonly string[] Desktop = ["system.notify", "computer.act"];

    private static readonly string[] Canvas =
    [
        "canvas.present", "canvas.hide", "canvas.navigate", "canvas.eval", "canvas.snapshot", "canvas.a2ui.push", "canvas.a2ui.pushJSONL",
        "canvas.a2ui.reset",
    ];

    private static readonly string[] Device = ["camera.list", "location.get", "device.info", "device.status"];

    private static readonly string[] Personal =
        ["contacts.search", "calendar.events", "reminders.list", "photos.latest", "motion.activity", "motion.pedometer"];

    /// <summary>Run programs or reach into the machine: usable once a person approved a surface that has them.</summary>
    private static readonly FrozenSet<string> OnceApproved = FrozenSet.Create(
        StringComparer.Ordinal,
        "system.run", "system.run.prepare", "system.which", "system.execApprovals.get", "system.execApprovals.set", "browser.proxy",
        "browser.proxy.upload.v1", "mcp.tools.call.v1", "fs.listDir");

    /// <summary>Watch, record or act in a person's name: only where the configuration names them.</summary>
    private static readonly FrozenSet<string> Dangerous = FrozenSet.Create(
        StringComparer.Ordinal,
        "camera.snap", "camera.clip", "screen.record", "sms.send", "sms.search", "contacts.add", "calendar.add", "reminders.add", "terminal.upload");

    private static readonly FrozenDictionary<string, FrozenSet<string>> Defaults = new Dictionary<string, FrozenSet<string>>
    {
        [NodePlatform.Linux] = Set(Desktop),
        [NodePlatform.Windows] = Set(Desktop, Device),
        [NodePlatform.MacOs] = Set(Desktop, Canvas, Device, Personal),
        [NodePlatform.Ios] = Set(["system.notify"], Canvas, Device, Personal),
        [NodePlatform.Android] = Set(
            ["system.notify", "notifications.list", "notifications.actions", "device.permissions", "device.health", "callLog.search"],
            Canvas, Device, Personal),
        [NodePlatform.Unknown] = Set(["system.notify"], Canvas, ["camera.list", "location.get"]),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool IsDangerous(string command) => Dangerous.Contains(command);

    public static bool IsUsual(string platform, string command) =>
        Defaults[platform].Contains(command)
        || (platform is NodePlatform.Linux or NodePlatform.Windows or NodePlatform.MacOs && OnceApproved.Contains(command));

    /// <summary>Whether only an administrator may approve it.</summary>
    public static bool NeedsAdministrator(string command) =>
        command is "system.run" or "system.run.prepare" or "system.which" or "fs.listDir"
        || command.StartsWith("browser.proxy", StringComparison.Ordinal)
        || command.StartsWith(ExecApprovalsPrefix, StringComparison.Ordinal);

    private static FrozenSet<string> Set(params string[][] lists) => lists.SelectMany(static list => list).ToFrozenSet(StringComparer.Ordinal);
}
