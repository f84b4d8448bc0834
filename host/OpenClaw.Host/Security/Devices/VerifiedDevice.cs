namespace OpenClaw.Host.Security.Devices;

/// <summary>A device whose key the other end has proved to hold.</summary>
/// <param name="Id">Follows from the key.</param>
/// <param name="PublicKey">The key, in the one spelling this gateway writes.</param>
internal sealed record VerifiedDevice(string Id, string PublicKey);
