using System.Text.Json;
using Microsoft.AspNetCore.Http;
using OpenClaw.Hooks;
using OpenClaw.Host.Plugins.Contributions;
using OpenClaw.Host.Plugins.Lifecycle;
using OpenClaw.Host.Plugins.Manifests;
using OpenClaw.Host.Plugins.Surfaces;
using OpenClaw.Plugins;
using OpenClaw.Surfaces;

namespace OpenClaw.Host.Plugins.Building;

/// <summary>Makes entrances of what a plugin registered to be called. Creates hooks, so on the plugin's worker only.</summary>
internal sealed class SurfaceComposer(
    PluginGate gate, IServiceProvider container, PluginOffers? offers, PluginEnvironment environment, CancellationToken stopping)
{
    private const int HookPlaces = 256;

    private readonly List<Action> _releases = [];

    /// <summary>Empties every handle given out.</summary>
    public IReadOnlyList<Action> Releases => _releases;

    public PluginContributions AddTo(PluginContributions contributions, SurfaceRegistrations registrations) => registrations.Count == 0
        ? contributions
        : contributions with
        {
            Routes = Routes(registrations),
            Methods = [.. registrations.Methods.Values.Select(Method)],
            Commands = [.. registrations.Commands.Values.Select(Command)],
            Hooks = [.. registrations.Hooks.Select(Hook)],
        };

    private List<RouteContribution> Routes(SurfaceRegistrations registrations)
    {
        List<RouteContribution> routes = [];
        foreach (var (route, handler) in registrations.Routes)
        {
            var services = container;
            var entrance = Enter<Func<HttpContext, Task>>($"route {route.Path}", context => handler(services, context), route.MaxConcurrent, route.Timeout);
            // The list of methods may be of a type of the plugin.
            var made = new RouteContribution(route with { Methods = [.. route.Methods] }, RoutePath.Normalize(route.Path), entrance);
            Listed("routes", offers?.Routes.Select(RoutePath.Normalize), made.ToString());
            if (routes.Find(made.Overlaps) is { } other && (other.Route.Authentication != route.Authentication || (other.Path == made.Path && other.IsPrefix == made.IsPrefix)))
                throw new PluginRegistrationException($"Route '{made}' overlaps '{other}', which was added before. Add each route once, and no two that overlap with different authentication.");
            routes.Add(made);
        }

        return routes;
    }

    private MethodContribution Method(
        (PluginMethod Method, Func<IServiceProvider, PluginMethodCall, CancellationToken, Task<JsonElement>> Handler) registered)
    {
        var (method, handler) = registered;
        var services = container;
        Listed("methods", offers?.Methods, method.Name);
        return new MethodContribution(method, Enter<Func<PluginMethodCall, CancellationToken, Task<JsonElement>>>(
            $"method {method.Name}", (call, token) => handler(services, call, token), method.MaxConcurrent, method.Timeout));
    }

    private CommandContribution Command(
        (PluginCommand Command, Func<IServiceProvider, PluginCommandCall, CancellationToken, Task<PluginCommandResult>> Handler) registered)
    {
        var (command, handler) = registered;
        var services = container;
        Listed("commands", (offers?.Commands ?? []).Select(static one => one.Name), command.Name);
        return new CommandContribution(command, Enter<Func<PluginCommandCall, CancellationToken, Task<PluginCommandResult>>>(
            $"command {command.Name}", (call, token) => handler(services, call, token), command.MaxConcurrent, command.Timeout));
    }

    private HookContribution Hook((Func<IServiceProvider, IPluginHook> Create, HookSettings Settings) registered)
    {
        var hook = registered.Create(container);
        var points = SurfaceChecks.Check(hook.GetType(), registered.Settings);
        return new HookContribution(points, registered.Settings.Priority, Enter($"hook {hook.GetType().Name}", hook, HookPlaces, registered.Settings.Timeout));
    }

    private PluginEntrance<T> Enter<T>(string what, T target, int places, TimeSpan timeout)
        where T : class
    {
        var handle = new PluginHandle<T>(gate, target);
        _releases.Add(handle.Release);
        return new PluginEntrance<T>(what, handle, places, timeout, environment, stopping);
    }

    private static void Listed(string kind, IEnumerable<string>? names, string name)
    {
        if (names is not null && !names.Contains(name, StringComparer.Ordinal))
        {
            throw new PluginRegistrationException(
                $"offers.{kind} of the manifest does not list '{name}'. Add it there{(kind == "commands" ? "" : ", or leave offers out")}.");
        }
    }
}
