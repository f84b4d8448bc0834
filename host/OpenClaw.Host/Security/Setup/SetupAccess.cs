using OpenClaw.Protocol;

namespace OpenClaw.Host.Security.Setup;

/// <summary>What a setup code gives to the device that brings it.</summary>
internal sealed record SetupAccess
{
    private SetupAccess(string name, IReadOnlyList<string> roles, IReadOnlyList<string> scopes)
    {
        Name = name;
        Roles = roles;
        Scopes = scopes;
    }

    /// <summary>A second machine of the owner: everything.</summary>
    public static SetupAccess Full { get; } = new("full", [Protocol.Roles.Node, Protocol.Roles.Operator],
    [
        OperatorScopes.Admin, OperatorScopes.Approvals, OperatorScopes.Pairing, OperatorScopes.Questions, OperatorScopes.Read,
        OperatorScopes.TalkSecrets, OperatorScopes.Write,
    ]);

    /// <summary>A phone: talking and deciding, not administering.</summary>
    public static SetupAccess Limited { get; } = new("limited", [Protocol.Roles.Node, Protocol.Roles.Operator],
        [OperatorScopes.Approvals, OperatorScopes.Questions, OperatorScopes.Read, OperatorScopes.TalkSecrets, OperatorScopes.Write]);

    /// <summary>A machine that offers commands and asks for none.</summary>
    public static SetupAccess Node { get; } = new("node", [Protocol.Roles.Node], []);

    public string Name { get; }

    public IReadOnlyList<string> Roles { get; }

    public IReadOnlyList<string> Scopes { get; }

    public static SetupAccess Named(string? name) => name switch
    {
        "limited" => Limited,
        "node" => Node,
        _ => Full,
    };

    public bool Allows(string role, IReadOnlyList<string> scopes) =>
        Roles.Contains(role) && (role != Protocol.Roles.Operator || OperatorScopes.CoversAll(Scopes, scopes));
}
