using Microsoft.AspNetCore.Http;
using OpenClaw.Surfaces;

namespace OpenClaw.Host.Plugins.Surfaces;

/// <summary>An HTTP route a plugin offers.</summary>
/// <param name="Route">What it is; nothing in it is the plugin's.</param>
/// <param name="Path">In the form in which paths are compared.</param>
/// <param name="Entrance">The handler.</param>
internal sealed record RouteContribution(PluginRoute Route, string Path, PluginEntrance<Func<HttpContext, Task>> Entrance)
{
    public string PluginId => Entrance.PluginId;

    public bool IsPrefix => Route.Match == RouteMatch.Prefix;

    public bool Overlaps(RouteContribution other) =>
        Path == other.Path || (IsPrefix && RoutePath.IsWithin(other.Path, Path)) || (other.IsPrefix && RoutePath.IsWithin(Path, other.Path));

    public override string ToString() => IsPrefix ? $"{Path}/*" : Path;
}
