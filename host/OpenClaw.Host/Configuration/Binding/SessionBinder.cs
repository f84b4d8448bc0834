using System.Globalization;
using OpenClaw.Host.Configuration.Model.Sessions;

namespace OpenClaw.Host.Configuration.Binding;

internal static class SessionBinder
{
    public static SessionConfig Bind(SectionReader section)
    {
        var defaults = new SessionConfig();
        var links = section.Section("identityLinks");
        return new SessionConfig
        {
            Scope = section.Choice<SessionScope>("scope") ?? defaults.Scope,
            DmScope = section.Choice<DmScope>("dmScope") ?? defaults.DmScope,
            GroupScope = section.Choice<GroupScope>("groupScope") ?? defaults.GroupScope,
            IdentityLinks = links.Names.ToDictionary(static name => name, name => links.Texts(name) ?? [], StringComparer.Ordinal),
            Reset = BindReset(section.Section("reset")),
            ResetByType = section.Map("resetByType", static (_, reset) => BindReset(reset)),
            ResetByChannel = section.Map("resetByChannel", static (_, reset) => BindReset(reset)),
            ResetTriggers = section.Texts("resetTriggers") ?? defaults.ResetTriggers,
            MaxMessages = section.Integer("maxMessages"),
            CompactThreshold = section.Number("compactThreshold"),
            Maintenance = BindMaintenance(section.Section("maintenance")),
        };
    }

    private static SessionResetConfig BindReset(SectionReader section)
    {
        var defaults = new SessionResetConfig();
        var atHour = section.Integer("atHour");
        var idle = section.Integer("idleMinutes");
        return new SessionResetConfig
        {
            Mode = section.Choice<SessionResetMode>("mode") ?? (atHour is not null ? SessionResetMode.Daily : idle is not null ? SessionResetMode.Idle : defaults.Mode),
            AtHour = atHour ?? defaults.AtHour,
            IdleMinutes = idle,
        };
    }

    private static SessionMaintenanceConfig BindMaintenance(SectionReader section)
    {
        var defaults = new SessionMaintenanceConfig();
        var pruneAfter = section.Duration("pruneAfter", TimeSpan.FromDays(1)) ?? defaults.PruneAfter;
        var most = section.Size("maxDiskBytes") ?? defaults.MaxDiskBytes;
        return new SessionMaintenanceConfig
        {
            Enforce = section.Text("mode") is not "warn",
            PruneAfter = pruneAfter,
            MaxEntries = section.Integer("maxEntries") ?? defaults.MaxEntries,
            MaxDiskBytes = most,
            HighWaterBytes = Math.Min(most, Share(section.Text("highWaterBytes"), most) ?? section.Size("highWaterBytes") ?? most / 5 * 4),
            ArchiveRetention = section.Flag("resetArchiveRetention") == false
                ? null
                : section.Duration("resetArchiveRetention", TimeSpan.FromDays(1)) ?? pruneAfter,
        };
    }

    // "80%" of the whole.
    private static long? Share(string? text, long whole) =>
        text is [.. var number, '%'] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var percent) && percent <= 100
            ? (long)(whole / 100.0 * percent)
            : null;
}
