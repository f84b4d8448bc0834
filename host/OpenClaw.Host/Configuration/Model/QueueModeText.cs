using OpenClaw.Host.Configuration.Binding;

namespace OpenClaw.Host.Configuration.Model;

/// <summary>How people and clients spell a <see cref="QueueMode"/>.</summary>
internal static class QueueModeText
{
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<QueueMode>().Select(Write)];

    public static string Write(QueueMode mode) => EnumText.Write(mode.ToString());

    /// <summary>Older names are understood as well.</summary>
    public static QueueMode? Parse(string? text)
    {
        switch (text)
        {
            case null:
                return null;
            case "steer-backlog" or "steer+backlog":
                return QueueMode.Steer;
            case "queue":
                return QueueMode.Followup;
            default:
                return EnumText.TryParse<QueueMode>(text, out var mode) ? mode : null;
        }
    }
}
