using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Host.Rpc;

/// <summary>Checks and binds the parameters of one method.</summary>
internal sealed class RpcParams<TParams>(string method, JsonTypeInfo<TParams> info)
    where TParams : class
{
    private static readonly ReadOnlyMemory<byte> EmptyObject = "{}"u8.ToArray();
    private readonly ParamsValidator _validator = ParamsValidator.For(info);

    /// <exception cref="RpcException">The parameters break the schema; the text lists every violation.</exception>
    public TParams Parse(ReadOnlyMemory<byte> raw)
    {
        using var document = JsonDocument.Parse(raw.IsEmpty ? EmptyObject : raw);
        if (_validator.Validate(document.RootElement) is { } violations)
            throw RpcException.InvalidRequest($"invalid {method} params: {violations}");
        try
        {
            return document.RootElement.Deserialize(info)
                ?? throw RpcException.InvalidRequest($"invalid {method} params: must be object");
        }
        catch (JsonException exception)
        {
            throw RpcException.InvalidRequest($"invalid {method} params: at {exception.Path}: value does not fit");
        }
    }
}
