using static OpenClaw.Protocol.Catalog.MethodEntries;
using static OpenClaw.Protocol.Catalog.MethodTraits;
using static OpenClaw.Protocol.ProtocolVersions;

namespace OpenClaw.Protocol.Catalog.Methods;

/// <summary>People and their preferences.</summary>
internal static class UserMethods
{
    public static readonly MethodEntry[] All =
    [
        Read("users.list", 2, V4),
        Read("users.self", 2, V4),
        Read("themes.get", 3, V4),
        Write("themes.import", 3, V4),
        Read("themes.list", 3, V4),
        Write("themes.set", 3, V4),
        Write("users.authConnect.answer", 3, V4),
        Write("users.authConnect.cancel", 3, V4),
        Write("users.authConnect.catalog", 3, V4),
        Write("users.authConnect.start", 3, V4),
        Write("users.authConnect.status", 3, V4),
        Read("users.github.authorize.cancel", 3, V4, NotDuringStartup | RateLimited),
        Read("users.github.authorize.poll", 3, V4, NotDuringStartup | RateLimited),
        Read("users.github.authorize.start", 3, V4, NotDuringStartup | RateLimited),
        Read("users.github.disconnect", 3, V4, NotDuringStartup | RateLimited),
        Read("users.github.status", 3, V4, NotDuringStartup),
        Admin("users.linkAuthProfile", 3, V4),
        Admin("users.linkChannelIdentity", 3, V4),
        Admin("users.linkEmail", 3, V4),
        Read("users.listAuthLinks", 3, V4),
        Admin("users.listChannelIdentities", 3, V4),
        Read("users.listModelAccounts", 3, V4),
        Read("users.mentionable", 3, V4, NotDuringStartup),
        Read("users.prefs.get", 3, V4),
        Write("users.prefs.set", 3, V4),
        Write("users.selectModelAccount", 3, V4),
        Write("users.setAvatar", 3, V4),
        Write("users.setDisplayName", 3, V4),
        Admin("users.setRole", 3, V4),
        Write("users.unlinkAuthProfile", 3, V4),
        Admin("users.unlinkChannelIdentity", 3, V4),
    ];
}
