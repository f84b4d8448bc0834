namespace OpenClaw.Protocol;

/// <summary>Roles a connection can take.</summary>
public static class Roles
{
    /// <summary>A person or a tool acting for one; the default.</summary>
    public const string Operator = "operator";

    /// <summary>A device that offers commands.</summary>
    public const string Node = "node";

    /// <summary>True for a role the gateway serves.</summary>
    public static bool IsKnown(string? role) => role is Operator or Node;
}
