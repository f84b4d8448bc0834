using System.Collections.Frozen;
using System.Text.Json.Serialization.Metadata;

namespace OpenClaw.Host.Rpc;

/// <summary>
/// Collects methods while the host is composed, then becomes one frozen table. JSON contracts come as functions: building them
/// takes longer than starting should, so the first call of a method pays for its own.
/// </summary>
internal sealed class RpcMethods
{
    private readonly Dictionary<string, RpcMethod> _methods = new(StringComparer.Ordinal);

    /// <summary>Adds a typed method. Its parameters are checked against the schema of <typeparamref name="TParams"/> before the handler sees them.</summary>
    public RpcMethods Add<TParams, TResult>(
        string name,
        Func<JsonTypeInfo<TParams>> paramsInfo,
        Func<JsonTypeInfo<TResult>> resultInfo,
        Func<RpcCall, TParams, CancellationToken, ValueTask<TResult>> handler)
        where TParams : class
    {
        var parser = new RpcParams<TParams>(name, paramsInfo);
        return Add(name, async (call, raw, cancellationToken) =>
        {
            var result = await handler(call, parser.Parse(raw), cancellationToken);
            call.Respond(result, resultInfo());
        });
    }

    /// <summary>Adds a method that takes any object and ignores it.</summary>
    public RpcMethods Add<TResult>(
        string name,
        Func<JsonTypeInfo<TResult>> resultInfo,
        Func<RpcCall, CancellationToken, ValueTask<TResult>> handler) =>
        Add(name, async (call, _, cancellationToken) => call.Respond(await handler(call, cancellationToken), resultInfo()));

    /// <summary>Composes the table. Called once, after every module has registered.</summary>
    public FrozenDictionary<string, RpcMethod> Freeze() => _methods.ToFrozenDictionary(StringComparer.Ordinal);

    private RpcMethods Add(string name, RpcHandler handler)
    {
        if (!_methods.TryAdd(name, new RpcMethod(name, handler)))
            throw new InvalidOperationException($"The method {name} is registered twice.");
        return this;
    }
}
