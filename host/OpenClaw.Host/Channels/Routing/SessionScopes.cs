using OpenClaw.Host.Configuration.Model.Sessions;

namespace OpenClaw.Host.Channels.Routing;

/// <summary>How conversations map to sessions.</summary>
internal sealed record SessionScopes(
    bool IsGlobal, DmScope Direct, GroupScope Group, IReadOnlyDictionary<string, IReadOnlyList<string>> IdentityLinks);
