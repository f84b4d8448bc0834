using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Host.Rpc;

/// <summary>Checks and binds the parameters of one method.</summary>
internal sealed class RpcParams<TParams>(string method, JsonTypeInfo<TParams> info)
    where TParams : class
{
    private static readonly ReadOnlyMemory<byte> EmptyObject = "{}"u8.ToArray();

    // Compiling a schema takes longer than starting should; the first call of a method pays for it.
    private readonly Lazy<ParamsValidator> _validator = new(() => new ParamsValidator(info));

    /// <exception cref="RpcException">The parameters break the schema; the text lists every violation.</exception>
    public TParams Parse(ReadOnlyMemory<byte> raw)
    {
        using var document = JsonDocument.Parse(raw.IsEmpty ? EmptyObject : raw);
        if (_validator.Value.Validate(document.RootElement) is { } violations)
            throw RpcException.InvalidRequest(ParamsValidator.Message(method, violations));
        try
        {
            return document.RootElement.Deserialize(info)
                ?? throw RpcException.InvalidRequest(ParamsValidator.Message(method, "must be object"));
        }
        catch (JsonException exception)
        {
            throw RpcException.InvalidRequest(ParamsValidator.Message(method, $"at {exception.Path}: value does not fit"));
        }
    }
}
