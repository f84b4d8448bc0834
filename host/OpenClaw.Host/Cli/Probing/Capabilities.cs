using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Probing;

/// <summary>What credentials are good for, in words: with underscores for scripts, with hyphens for people.</summary>
internal static class Capabilities
{
    public const string Unknown = "unknown";
    public const string PairingPending = "pairing_pending";
    public const string NoScope = "connected_no_operator_scope";
    public const string Read = "read_only";
    public const string Write = "write_capable";
    public const string Admin = "admin_capable";

    public static string Of(IReadOnlyList<string> scopes) =>
        OperatorScopes.Covers(scopes, OperatorScopes.Admin) ? Admin
        : OperatorScopes.Covers(scopes, OperatorScopes.Write) ? Write
        : OperatorScopes.Covers(scopes, OperatorScopes.Read) ? Read
        : NoScope;

    public static string ForPeople(string capability) => capability.Replace('_', '-');
}
