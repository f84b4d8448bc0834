namespace OpenClaw.Host.Sessions;

/// <summary>What sort of conversation a session is; the names in lower case are those of the wire.</summary>
internal enum SessionKind
{
    Direct,
    Group,
    Global,
    Unknown,
}
