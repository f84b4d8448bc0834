using System.Text.Json.Serialization.Metadata;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Host.Rpc;

/// <summary>Checks and binds the parameters of one method.</summary>
internal sealed class RpcParams<TParams>(string method, Func<JsonTypeInfo<TParams>> info)
    where TParams : class
{
    private readonly Lazy<ParamsReader<TParams>> _reader = new(() => new ParamsReader<TParams>(info()));

    /// <exception cref="RpcException">The parameters break the schema; the text lists every violation.</exception>
    public TParams Parse(ReadOnlyMemory<byte> raw) =>
        _reader.Value.TryRead(raw, out var value, out var violations)
            ? value
            : throw RpcException.InvalidRequest(ParamsValidator.Message(method, violations));
}
