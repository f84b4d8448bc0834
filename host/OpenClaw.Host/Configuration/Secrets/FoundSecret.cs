using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Secrets;

/// <summary>A value that holds a secret: all of it, or the credentials inside a URL.</summary>
internal sealed record FoundSecret(string Path, ConfigNode Node, string Secret, string Replacement);
