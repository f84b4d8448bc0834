using NuGet.Versioning;

namespace OpenClaw.Host.Plugins.Packages.Resolution;

/// <summary>One package that another asks for.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Range">Which versions will do.</param>
/// <param name="WithoutRuntime">It is needed to build only (<c>exclude="Runtime"</c>): the gateway brings it.</param>
internal sealed record PackageDependency(string Id, VersionRange Range, bool WithoutRuntime);
