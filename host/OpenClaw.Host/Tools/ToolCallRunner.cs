using System.Text.Json;
using OpenClaw.Content;
using OpenClaw.Tools;

namespace OpenClaw.Host.Tools;

/// <summary>Runs one tool call: finds the tool, checks the arguments, holds the deadline, turns every failure into a result.</summary>
internal sealed partial class ToolCallRunner(ToolRegistry registry, TimeProvider time, ToolsMetrics metrics, ILogger<ToolCallRunner> logger,
    ToolHooks? hooks = null)
{
    public static readonly TimeSpan MaxTimeout = TimeSpan.FromMinutes(30);
    private const int MaxResultCharacters = 200_000;
    private const int MaxErrorCharacters = 500;

    /// <param name="call">The call as the model made it.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">The run's token; when it is cancelled the call is given up at once, whatever the tool does.</param>
    public async Task<ToolCallOutcome> RunAsync(ToolCallPart call, ToolCallContext context, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var outcome = await RunUnmeasuredAsync(call, context, cancellationToken);
        metrics.Ended(outcome, time.GetElapsedTime(started));
        return outcome;
    }

    private async Task<ToolCallOutcome> RunUnmeasuredAsync(ToolCallPart call, ToolCallContext context, CancellationToken cancellationToken)
    {
        var tool = registry.Find(call.Name);
        if (tool is null)
            return Blocked(call, "not_found", $"Tool {call.Name} not found");
        if (ArgumentProblem(tool.Descriptor, call.Arguments) is { } problem)
            return Blocked(call, "invalid_arguments", problem);
        return hooks is { HasAny: true }
            ? await InvokeHookedAsync(hooks, tool, call, context, cancellationToken)
            : await InvokeAsync(tool, call, call.Arguments, context, cancellationToken);
    }

    private async Task<ToolCallOutcome> InvokeHookedAsync(
        ToolHooks asked, ITool tool, ToolCallPart call, ToolCallContext context, CancellationToken cancellationToken)
    {
        try
        {
            var (arguments, blocked) = await asked.BeforeAsync(call, context, cancellationToken);
            if (blocked is not null)
                return Blocked(call, "blocked_by_hook", blocked);
            if (ArgumentProblem(tool.Descriptor, arguments) is { } problem)
                return Blocked(call, "invalid_arguments", $"A hook changed the arguments. {problem}");
            var outcome = await InvokeAsync(tool, call, arguments, context, cancellationToken);
            var result = Bounded(await asked.AfterAsync(call with { Arguments = arguments }, context, outcome.Result, cancellationToken));
            return outcome with { Result = result };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Failed(call, "aborted", "The call was aborted; it may have had an effect already.");
        }
    }

    private async Task<ToolCallOutcome> InvokeAsync(
        ITool tool, ToolCallPart call, JsonElement arguments, ToolCallContext context, CancellationToken cancellationToken)
    {
        var timeout = tool.Descriptor.Timeout < MaxTimeout ? tool.Descriptor.Timeout : MaxTimeout;
        using var deadline = new CancellationTokenSource(timeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        // Queued to the pool, so that a tool that works before it first awaits holds up nobody but itself.
        var work = Task.Run(() => tool.InvokeAsync(Invocation(call, arguments, context, timeout), linked.Token).AsTask(), CancellationToken.None);
        try
        {
            var result = await work.WaitAsync(linked.Token);
            return new ToolCallOutcome(call, result.IsError ? ToolCallStatus.Failed : ToolCallStatus.Completed, Bounded(result));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Failed(call, "aborted", "The call was aborted; it may have had an effect already.");
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            LogTimedOut(logger, call.Name, timeout);
            return Failed(call, "timeout", $"{call.Name} did not finish within {timeout.TotalSeconds:0} seconds and was stopped.");
        }
        catch (Exception error)
        {
            // The border to a plugin: whatever a tool throws becomes a result that the model may react to.
            LogThrew(logger, call.Name, error);
            return Failed(call, "exception", ToolText.Cut(error.Message, MaxErrorCharacters));
        }
    }

    private ToolInvocation Invocation(ToolCallPart call, JsonElement arguments, ToolCallContext context, TimeSpan timeout) => new()
    {
        CallId = call.CallId,
        Arguments = arguments,
        Caller = context.Caller,
        Session = context.Session,
        Agent = context.Agent,
        RunId = context.RunId,
        WorkspaceDirectory = context.WorkspaceDirectory,
        Deadline = time.GetUtcNow() + timeout,
        Progress = context.Progress,
    };

    private static string? ArgumentProblem(ToolDescriptor tool, JsonElement arguments)
    {
        IReadOnlyList<string> findings = arguments.ValueKind == JsonValueKind.Object
            ? ToolSchemaCheck.Check(tool.Parameters, arguments)
            : ["root: must be object"];
        if (findings.Count == 0)
            return null;
        var received = arguments.ValueKind == JsonValueKind.Undefined ? string.Empty : ToolText.Cut(arguments.GetRawText(), 2000);
        return $"Validation failed for tool \"{tool.Name}\":\n{string.Join('\n', findings.Select(static one => $"  - {one}"))}"
            + $"\n\nReceived arguments:\n{received}";
    }

    private static ToolResult Bounded(ToolResult result)
    {
        var text = ToolText.Of(result.Content);
        return text.Length <= MaxResultCharacters ? result : result with { Content = [new TextPart(ToolText.Cut(text, MaxResultCharacters))] };
    }

    private static ToolCallOutcome Blocked(ToolCallPart call, string code, string text) =>
        new(call, ToolCallStatus.Blocked, ToolResult.Failed(code, text));

    private static ToolCallOutcome Failed(ToolCallPart call, string code, string text)
    {
        var shown = JsonSerializer.Serialize(new ToolFailureText("error", call.Name, text), ToolJsonContext.Default.ToolFailureText);
        return new ToolCallOutcome(call, ToolCallStatus.Failed, ToolResult.Failed(code, shown));
    }

    [LoggerMessage(3101, LogLevel.Warning, "The tool {Tool} did not finish within {Timeout} and was given up on.")]
    private static partial void LogTimedOut(ILogger logger, string tool, TimeSpan timeout);

    [LoggerMessage(3102, LogLevel.Warning, "The tool {Tool} threw.")]
    private static partial void LogThrew(ILogger logger, string tool, Exception error);
}
