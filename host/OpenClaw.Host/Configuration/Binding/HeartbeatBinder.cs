using OpenClaw.Host.Configuration.Model.Agents;

namespace OpenClaw.Host.Configuration.Binding;

internal static class HeartbeatBinder
{
    private const int EndOfDay = 24 * 60;

    public static HeartbeatConfig Bind(SectionReader section)
    {
        var defaults = new HeartbeatConfig();
        return new HeartbeatConfig
        {
            Every = section.Duration("every", TimeSpan.FromMinutes(1)) is { } every ? (every > TimeSpan.Zero ? every : TimeSpan.Zero) : defaults.Every,
            Prompt = section.Text("prompt") is { Length: > 0 } prompt ? prompt : defaults.Prompt,
            Target = Word(section, "target")?.ToLowerInvariant() ?? defaults.Target,
            To = Word(section, "to"),
            AccountId = Word(section, "accountId"),
            Session = Word(section, "session"),
            Model = Word(section, "model"),
            ActiveHours = Hours(section.Section("activeHours")),
            Timeout = section.Seconds("timeoutSeconds") is { } timeout && timeout > TimeSpan.Zero ? timeout : null,
            LightContext = section.Flag("lightContext") ?? defaults.LightContext,
            IsolatedSession = section.Flag("isolatedSession") ?? defaults.IsolatedSession,
            BlocksDirect = string.Equals(section.Text("directPolicy"), "block", StringComparison.OrdinalIgnoreCase),
            AckMaxChars = Math.Max(0, section.Integer("ackMaxChars") ?? defaults.AckMaxChars),
        };
    }

    private static HeartbeatHours? Hours(SectionReader section) =>
        section.IsEmpty ? null : new HeartbeatHours(Minute(section.Text("start")) ?? 0, Minute(section.Text("end")) ?? EndOfDay, Word(section, "timezone"));

    private static int? Minute(string? text)
    {
        if (text?.Trim().Split(':') is not [var hours, var minutes]
            || !byte.TryParse(hours, System.Globalization.NumberStyles.None, null, out var hour)
            || !byte.TryParse(minutes, System.Globalization.NumberStyles.None, null, out var minute))
        {
            return null;
        }

        var all = (hour * 60) + minute;
        return minute < 60 && all <= EndOfDay ? all : null;
    }

    private static string? Word(SectionReader section, string key) => section.Text(key)?.Trim() is { Length: > 0 } word ? word : null;
}
