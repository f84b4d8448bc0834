using System.Text.RegularExpressions;
using OpenClaw.Hooks;
using OpenClaw.Host.Plugins.Manifests;
using OpenClaw.Host.Plugins.Surfaces;
using OpenClaw.Plugins;
using OpenClaw.Surfaces;

namespace OpenClaw.Host.Plugins.Building;

/// <summary>Whether routes, methods, commands and hooks are such that the gateway can take them.</summary>
internal static partial class SurfaceChecks
{
    private const long MaxBodyBytes = 64 * 1024 * 1024;
    private const int MaxMethodLength = 96;

    private static readonly TimeSpan LongestCall = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestHook = TimeSpan.FromSeconds(30);

    public static void Check(PluginRoute route)
    {
        var what = $"Route '{route.Path}'";
        if (RoutePath.ProblemOf(route.Path) is { } problem)
            throw Refuse($"{what}: the path {problem}.");
        if (ReservedPaths.Contains(RoutePath.Normalize(route.Path)))
            throw Refuse($"{what}: the path belongs to the gateway. Begin it with a word of your own.");
        if (!Enum.IsDefined(route.Authentication) || !Enum.IsDefined(route.Match))
            throw Refuse($"{what}: {nameof(route.Authentication)} and {nameof(route.Match)} take named values only.");
        if (route.Methods is not { Count: > 0 and <= 16 } || route.Methods.Any(static method => method is null || !HttpMethod().IsMatch(method)))
            throw Refuse($"{what}: list 1 to 16 methods in capitals, for example GET. CONNECT and TRACE are not served.");
        if (route.MaxBodyBytes is < 0 or > MaxBodyBytes)
            throw Refuse($"{what}: {nameof(route.MaxBodyBytes)} must be 0 to {MaxBodyBytes}.");
        CheckLimits(what, route.Timeout, LongestCall, route.MaxConcurrent, 256);
    }

    public static void Check(PluginMethod method)
    {
        var what = $"Method '{method.Name}'";
        if (method.Name is null || method.Name.Length > MaxMethodLength || !MethodName().IsMatch(method.Name))
            throw Refuse($"{what} is no name of a method. Use <something>.<verb>, at most {MaxMethodLength} of a-z A-Z 0-9 '-' with dots between the parts.");
        if (CoreMethods.Owns(method.Name))
            throw Refuse($"{what} belongs to the gateway. Begin it with a word of your own.");
        if (!Enum.IsDefined(method.Scope))
            throw Refuse($"{what}: {nameof(method.Scope)} takes named values only.");
        CheckLimits(what, method.Timeout, LongestCall, method.MaxConcurrent, 256);
    }

    public static void Check(PluginCommand command)
    {
        var what = $"Command '{command.Name}'";
        if (command.Name is null || !PluginCommandNames.IsValid(command.Name))
            throw Refuse($"{what} is no name of a command. Use 2 to 32 of a-z 0-9 '-', starting with a letter.");
        if (CoreCommands.All.Contains(command.Name))
            throw Refuse($"{what} belongs to the gateway. Choose another name.");
        CheckLimits(what, command.Timeout, LongestCall, command.MaxConcurrent, 64);
    }

    /// <returns>What the type has a say in.</returns>
    public static HookPoints Check(Type hook, HookSettings settings)
    {
        var points = (hook.IsAssignableTo(typeof(IToolHook)) ? HookPoints.Tool : 0)
            | (hook.IsAssignableTo(typeof(IMessageHook)) ? HookPoints.Message : 0)
            | (hook.IsAssignableTo(typeof(IRunHook)) ? HookPoints.Run : 0)
            | (hook.IsAssignableTo(typeof(ISessionHook)) ? HookPoints.Session : 0)
            | (hook.IsAssignableTo(typeof(IGatewayHook)) ? HookPoints.Gateway : 0);
        if (points == HookPoints.None)
            throw Refuse($"Hook {hook.Name} implements none of the interfaces this gateway knows, such as {nameof(IToolHook)}.");
        CheckLimits($"Hook {hook.Name}", settings.Timeout, LongestHook, 1, 1);
        return points;
    }

    private static void CheckLimits(string what, TimeSpan timeout, TimeSpan longest, int places, int most)
    {
        if (timeout <= TimeSpan.Zero || timeout > longest)
            throw Refuse($"{what}: the timeout must be above zero and at most {longest.TotalSeconds:0} s.");
        if (places < 1 || places > most)
            throw Refuse($"{what}: MaxConcurrent must be 1 to {most}.");
    }

    private static PluginRegistrationException Refuse(string text) => new(text);

    [GeneratedRegex(@"\A(?!CONNECT\z|TRACE\z)[A-Z]{1,16}\z", RegexOptions.CultureInvariant)]
    private static partial Regex HttpMethod();

    [GeneratedRegex(@"\A[a-zA-Z][a-zA-Z0-9-]*(\.[a-zA-Z][a-zA-Z0-9-]*)+\z", RegexOptions.CultureInvariant)]
    private static partial Regex MethodName();
}
