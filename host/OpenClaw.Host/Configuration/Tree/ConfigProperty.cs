namespace OpenClaw.Host.Configuration.Tree;

/// <summary>A member of an object, with the place of its name.</summary>
internal sealed record ConfigProperty(string Name, ConfigNode Value, SourceSpan NameSpan = default);
