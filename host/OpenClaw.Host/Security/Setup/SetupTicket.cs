namespace OpenClaw.Host.Security.Setup;

/// <summary>A setup code that was found good and is not used yet.</summary>
internal sealed record SetupTicket(string SetupId, SetupAccess Access);
