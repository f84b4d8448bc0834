using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Status;

namespace OpenClaw.Host.IntegrationTests.Gateway;

/// <summary>Handlers that stand at names of the catalogue which nobody serves yet, to be driven by tests.</summary>
internal sealed class TestMethods : IRpcModule
{
    private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _entered = new(0);
    private int _calls;

    /// <summary>Read scope: fails with something a caller must not see.</summary>
    public const string Failing = "usage.status";

    /// <summary>Read scope: waits until it is released or its connection ends.</summary>
    public const string Waiting = "usage.cost";

    /// <summary>Read scope: refuses with a typed error.</summary>
    public const string Refusing = "tts.status";

    public bool WasCancelled { get; private set; }

    /// <summary>How many calls of <see cref="Waiting"/> have begun.</summary>
    public int Entered => Volatile.Read(ref _calls);

    public void Register(RpcMethods methods)
    {
        methods.Add(Failing, static () => ProtocolJsonContext.Default.OpenParams, (_, _) => throw new InvalidOperationException("/home/demo/secret.txt"));
        methods.Add(Refusing, static () => ProtocolJsonContext.Default.OpenParams, (_, _) => throw new RpcException(
            new ErrorShape { Code = ErrorCodes.Forbidden, Message = "not you" }));
        methods.Add(Waiting, static () => ProtocolJsonContext.Default.OpenParams, WaitAsync);
    }

    public void Release() => _release.TrySetResult();

    /// <summary>Completes when so many more calls of <see cref="Waiting"/> have begun.</summary>
    public async Task WhenEnteredAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Assert.True(await _entered.WaitAsync(TimeSpan.FromSeconds(20)), "The handler was not entered.");
        }
    }

    private async ValueTask<OpenParams> WaitAsync(RpcCall call, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _calls);
        _entered.Release();
        try
        {
            await _release.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            WasCancelled = true;
            throw;
        }

        return new OpenParams();
    }
}
