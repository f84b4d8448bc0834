using System.Text.Json;
using Microsoft.AspNetCore.Http;
using OpenClaw.Hooks;
using OpenClaw.Surfaces;

namespace OpenClaw.Host.Plugins.Building;

/// <summary>Routes, methods, commands and hooks that Configure registered, before any of them can be called.</summary>
internal sealed class SurfaceRegistrations
{
    public List<(PluginRoute Route, Func<IServiceProvider, HttpContext, Task> Handler)> Routes { get; } = [];

    public Dictionary<string, (PluginMethod Method, Func<IServiceProvider, PluginMethodCall, CancellationToken, Task<JsonElement>> Handler)> Methods { get; } =
        new(StringComparer.Ordinal);

    public Dictionary<string, (PluginCommand Command, Func<IServiceProvider, PluginCommandCall, CancellationToken, Task<PluginCommandResult>> Handler)> Commands { get; } =
        new(StringComparer.Ordinal);

    public List<(Func<IServiceProvider, IPluginHook> Create, HookSettings Settings)> Hooks { get; } = [];

    public int Count => Routes.Count + Methods.Count + Commands.Count + Hooks.Count;
}
