using OpenClaw.Host.Plugins.Packages.Feeds;

namespace OpenClaw.Host.Plugins.Packages.Rpc;

/// <summary>Answer of <c>plugins.search</c>.</summary>
/// <param name="Results">What was found, in the order of the sources.</param>
/// <param name="Notes">Sources that could not be asked, and why.</param>
internal sealed record PluginsSearchResult(IReadOnlyList<FoundPackage> Results, IReadOnlyList<string> Notes);
