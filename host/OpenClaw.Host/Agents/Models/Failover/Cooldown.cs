namespace OpenClaw.Host.Agents.Models.Failover;

/// <summary>A pause for a credential, or for one model of it.</summary>
/// <param name="Key">What pauses.</param>
/// <param name="Errors">How often in a row it failed.</param>
/// <param name="Until">When it ends, in milliseconds since 1970.</param>
/// <param name="Reason">Why, in the words of <see cref="ModelFailures"/>.</param>
internal sealed record Cooldown(string Key, long Errors, long Until, string Reason);
