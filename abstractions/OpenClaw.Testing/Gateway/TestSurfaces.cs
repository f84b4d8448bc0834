using System.Text.Json;
using Microsoft.AspNetCore.Http;
using OpenClaw.Hooks;
using OpenClaw.Plugins;
using OpenClaw.Surfaces;

namespace OpenClaw.Testing.Gateway;

/// <summary>Routes, methods, commands and hooks as a plugin registered them.</summary>
internal sealed class TestSurfaces(TestManifest manifest)
{
    private static readonly TimeSpan LongestHook = TimeSpan.FromSeconds(30);

    private static readonly Type[] Points = [typeof(IToolHook), typeof(IMessageHook), typeof(IRunHook), typeof(ISessionHook), typeof(IGatewayHook)];

    public List<(PluginRoute Route, Func<IServiceProvider, HttpContext, Task> Handler)> Routes { get; } = [];

    public Dictionary<string, (PluginMethod Method, Func<IServiceProvider, PluginMethodCall, CancellationToken, Task<JsonElement>> Handler)> Methods { get; } =
        new(StringComparer.Ordinal);

    public Dictionary<string, (PluginCommand Command, Func<IServiceProvider, PluginCommandCall, CancellationToken, Task<PluginCommandResult>> Handler)> Commands { get; } =
        new(StringComparer.Ordinal);

    public List<(Func<IServiceProvider, IPluginHook> Create, int Priority)> Hooks { get; } = [];

    public void Add(PluginRoute route, Func<IServiceProvider, HttpContext, Task> handler)
    {
        ArgumentNullException.ThrowIfNull(route);
        if (!route.Path.StartsWith('/') || route.Path.Length < 2)
            throw new PluginRegistrationException($"Route '{route.Path}' must start with a slash and name something.");
        Listed("routes", manifest.Routes, route.Match == RouteMatch.Prefix ? $"{TestRoutes.Normalize(route.Path)}/*" : TestRoutes.Normalize(route.Path));
        if (Routes.Exists(known => TestRoutes.Normalize(known.Route.Path) == TestRoutes.Normalize(route.Path) && known.Route.Match == route.Match))
            throw new PluginRegistrationException($"Route '{route.Path}' was already added. Add each route once.");
        Routes.Add((route, handler));
    }

    public void Add(PluginMethod method, Func<IServiceProvider, PluginMethodCall, CancellationToken, Task<JsonElement>> handler)
    {
        ArgumentNullException.ThrowIfNull(method);
        if (!method.Name.Contains('.', StringComparison.Ordinal))
            throw new PluginRegistrationException($"Method '{method.Name}' is no name of a method. Use <something>.<verb>.");
        Listed("methods", manifest.Methods, method.Name);
        if (!Methods.TryAdd(method.Name, (method, handler)))
            throw new PluginRegistrationException($"Method '{method.Name}' was already added. Add each method once.");
    }

    public void Add(PluginCommand command, Func<IServiceProvider, PluginCommandCall, CancellationToken, Task<PluginCommandResult>> handler)
    {
        ArgumentNullException.ThrowIfNull(command);
        Listed("commands", manifest.Commands ?? [], command.Name);
        if (!Commands.TryAdd(command.Name, (command, handler)))
            throw new PluginRegistrationException($"Command '{command.Name}' was already added. Add each command once.");
    }

    public void AddHook(Type hook, Func<IServiceProvider, IPluginHook> create, HookSettings settings)
    {
        if (!Points.Any(hook.IsAssignableTo))
            throw new PluginRegistrationException($"Hook {hook.Name} implements none of the interfaces the gateway knows, such as {nameof(IToolHook)}.");
        if (settings.Timeout <= TimeSpan.Zero || settings.Timeout > LongestHook)
            throw new PluginRegistrationException($"Hook {hook.Name}: the timeout must be above zero and at most {LongestHook.TotalSeconds:0} s.");
        Hooks.Add((create, settings.Priority));
    }

    public void Clear()
    {
        Routes.Clear();
        Methods.Clear();
        Commands.Clear();
        Hooks.Clear();
    }

    private static void Listed(string kind, IReadOnlyList<string>? names, string name)
    {
        if (names is not null && !names.Contains(name, StringComparer.Ordinal))
            throw new PluginRegistrationException($"offers.{kind} of the manifest does not list '{name}'.");
    }
}
