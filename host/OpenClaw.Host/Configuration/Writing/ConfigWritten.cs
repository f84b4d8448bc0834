using OpenClaw.Host.Configuration.Loading;

namespace OpenClaw.Host.Configuration.Writing;

/// <summary>What became of a write.</summary>
/// <param name="Result">The configuration as it is on disk now.</param>
/// <param name="Hash">The hash of the file's content.</param>
/// <param name="ChangedPaths">Empty when the file said the same before.</param>
internal sealed record ConfigWritten(ConfigLoadResult Result, string Hash, IReadOnlyList<string> ChangedPaths);
