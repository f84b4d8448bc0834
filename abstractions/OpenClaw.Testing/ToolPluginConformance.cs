using System.Text.Json;
using System.Text.RegularExpressions;
using OpenClaw.Tools;
using Xunit;

namespace OpenClaw.Testing;

/// <summary>What every plugin with tools does.</summary>
public abstract partial class ToolPluginConformance : PluginConformance
{
    private const int AtOnce = 8;

    /// <summary>Calls that succeed; at least one for each tool.</summary>
    protected abstract IReadOnlyList<ToolCase> Calls { get; }

    /// <summary>Calls that fit the schema and fail all the same.</summary>
    protected virtual IReadOnlyList<ToolCase> FailingCalls => [];

    /// <summary>Names are unique and of the form the gateway takes, and a model can read what each tool is for.</summary>
    [Fact]
    public async Task Every_tool_says_what_it_is()
    {
        await using var gateway = await StartAsync();

        Assert.NotEmpty(gateway.Tools);
        Assert.Equal(gateway.Tools.Count, gateway.Tools.Select(static tool => tool.Descriptor.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.All(gateway.Tools, static tool =>
        {
            Assert.Matches(Name(), tool.Descriptor.Name);
            Assert.False(string.IsNullOrWhiteSpace(tool.Descriptor.Description), $"{tool.Descriptor.Name} has no description; a model would not know when to call it.");
            Assert.Equal("object", tool.Descriptor.Parameters.GetProperty("type").GetString());
            Assert.Same(tool.Descriptor, tool.Descriptor);
        });
    }

    /// <summary>Every tool has a call that succeeds.</summary>
    [Fact]
    public async Task Every_tool_answers()
    {
        await using var gateway = await StartAsync();

        Assert.Empty(gateway.Tools.Select(static tool => tool.Descriptor.Name).Except(Calls.Select(static call => call.Tool)));
        foreach (var call in Calls)
            AssertAnswers(call, await gateway.CallAsync(call.Tool, call.Arguments).WaitAsync(Patience));
    }

    /// <summary>Calls at the same time do not disturb each other.</summary>
    [Fact]
    public async Task Calls_run_at_once()
    {
        await using var gateway = await StartAsync();
        foreach (var call in Calls)
        {
            var results = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(() => gateway.CallAsync(call.Tool, call.Arguments)))).WaitAsync(Patience);
            Assert.All(results, result => AssertAnswers(call, result));
        }
    }

    /// <summary>A call that is cancelled ends promptly, with a result or as cancelled.</summary>
    [Fact]
    public async Task A_cancelled_call_ends()
    {
        await using var gateway = await StartAsync();
        using var cancelled = new CancellationTokenSource(TimeSpan.FromMilliseconds(20));
        foreach (var call in Calls)
        {
            try
            {
                await gateway.CallAsync(call.Tool, call.Arguments, cancelled.Token).WaitAsync(Patience);
            }
            catch (OperationCanceledException) when (cancelled.IsCancellationRequested)
            {
                // That is one of the two ways to end.
            }
        }
    }

    /// <summary>What can go wrong is a result with a code and a text, not an exception.</summary>
    [Fact]
    public async Task Failures_are_results()
    {
        await using var gateway = await StartAsync();
        foreach (var call in FailingCalls)
        {
            var result = await gateway.CallAsync(call.Tool, call.Arguments).WaitAsync(Patience);
            Assert.True(result.IsError, $"{call} did not fail.");
            Assert.False(string.IsNullOrWhiteSpace(result.ErrorCode), $"{call} failed without a code.");
            Assert.NotEmpty(result.Content);
        }
    }

    /// <inheritdoc/>
    protected override async Task WorkAsync(InMemoryGateway gateway)
    {
        ArgumentNullException.ThrowIfNull(gateway);
        foreach (var call in Calls.Concat(FailingCalls))
            await gateway.CallAsync(call.Tool, call.Arguments).WaitAsync(Patience);
    }

    private static void AssertAnswers(ToolCase call, ToolResult result)
    {
        Assert.False(result.IsError, $"{call} failed: {result.ErrorCode}");
        Assert.NotEmpty(result.Content);
        Assert.True(result.Details is null or { ValueKind: not JsonValueKind.Undefined }, $"{call} has details of no value.");
    }

    [GeneratedRegex(@"\A[a-zA-Z0-9_-]{1,64}\z")]
    private static partial Regex Name();
}
