namespace OpenClaw.Host.Plugins.Leaks;

/// <summary>What an author does instead, by where the plugin is held.</summary>
internal static class LeakRules
{
    private static readonly (string Part, string Rule)[] Rules =
    [
        ("TimerQueue", "take timers and delays from scope.Clock and loops from scope.Run"),
        ("ProcessExit", "use scope.OnStopping instead of process-wide events"),
        ("UnhandledException", "use scope.OnStopping instead of process-wide events"),
        ("FirstChanceException", "use scope.OnStopping instead of process-wide events"),
        ("AssemblyLoadContext", "ship dependencies in the plugin's folder instead of resolving them"),
        ("UnobservedTaskException", "use scope.OnStopping instead of process-wide events"),
        ("Console.s_cancelCallbacks", "use scope.OnStopping instead of Console.CancelKeyPress"),
        ("PosixSignalRegistration", "use scope.OnStopping instead of signals"),
        ("MeterListener", "dispose the MeterListener in scope.OnStopping"),
        ("Meter.", "dispose the Meter of observable instruments in scope.OnStopping"),
        ("ActivitySource", "dispose the ActivityListener in scope.OnStopping"),
        ("DiagnosticListener", "dispose the subscription in scope.OnStopping"),
        ("EventListener", "dispose the EventListener in scope.OnStopping"),
        ("TypeDescriptor", "convert with code of your own instead of TypeDescriptor"),
        ("ReflectTypeDescriptionProvider", "convert with code of your own instead of TypeDescriptor"),
        ("Json", "use a JsonSerializerContext of your own"),
        ("Microsoft.CSharp", "use typed code or JsonNode instead of dynamic"),
        ("RuntimeBinder", "use typed code or JsonNode instead of dynamic"),
        ("ExpressionBinder", "use typed code or JsonNode instead of dynamic"),
        ("BinderHelper", "use typed code or JsonNode instead of dynamic"),
        ("TypeManager", "use typed code or JsonNode instead of dynamic"),
        ("SymbolTable", "use typed code or JsonNode instead of dynamic"),
        ("NLog", "log through the scope's loggers, with text and numbers"),
        ("LogManager", "log through the scope's loggers, with text and numbers"),
        ("CancellationTokenSource", "register on scope.Stopping instead of a token of the host"),
        ("SocketAsyncEngine", "wait for sockets inside scope.Run, with its token"),
        ("ThreadPool", "start work through scope.Run"),
    ];

    public static string? For(string path) =>
        Rules.FirstOrDefault(rule => path.Contains(rule.Part, StringComparison.Ordinal)).Rule;
}
