using OpenClaw.Host.Configuration;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Nodes.Surfaces;

/// <summary>Which commands this gateway lets a node run, whatever the node offers: those of its platform, and what the configuration says.</summary>
internal sealed class CommandPolicy(IConfigSource config)
{
    /// <summary>The part of a surface that may be approved at all.</summary>
    public NodeSurface Ceiling(NodeSurface declared, NodeIdentity identity) =>
        declared with { Commands = [.. declared.Commands.Where(command => Refusal(command, identity) is null)] };

    /// <returns>Why the command may not run on such a node; null when it may.</returns>
    public string? Refusal(string command, NodeIdentity identity)
    {
        var rules = config.Current.Gateway.Nodes;
        var platform = NodePlatform.Of(identity.Platform, identity.DeviceFamily);
        return rules.DenyCommands.Contains(command) ? "is denied by gateway.nodes.commands.deny"
            : rules.AllowCommands.Contains(command) || CommandCatalog.IsUsual(platform, command) ? null
            : CommandCatalog.IsDangerous(command) ? "requires explicit gateway.nodes.commands.allow opt-in"
            : $"is not in the allowlist for platform \"{platform}\"";
    }

    /// <summary>The scopes that whoever approves a surface must hold.</summary>
    public static IReadOnlyList<string> ScopesToApprove(NodeSurface surface) =>
        surface.Commands.Any(CommandCatalog.NeedsAdministrator) ? [OperatorScopes.Pairing, OperatorScopes.Admin]
        : surface.Commands.Count > 0 ? [OperatorScopes.Pairing, OperatorScopes.Write]
        : [OperatorScopes.Pairing];
}
