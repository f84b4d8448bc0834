namespace OpenClaw.Host.Sessions;

/// <summary>Whether answers of a session go into its chat. Stored: never rename.</summary>
internal static class SendPolicies
{
    public const string Allow = "allow";
    public const string Deny = "deny";
}
