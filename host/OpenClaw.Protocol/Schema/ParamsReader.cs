using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OpenClaw.Protocol.Schema;

/// <summary>Parses, checks and binds the parameters of one method. Keep one per method.</summary>
/// <typeparam name="T">The record of the parameters.</typeparam>
public sealed class ParamsReader<T>(JsonTypeInfo<T> contract)
    where T : class
{
    private static readonly JsonDocumentOptions DocumentOptions = new()
    {
        AllowDuplicateProperties = false,
        MaxDepth = GatewayLimits.MaxDepth,
    };

    // Compiling a schema takes longer than starting should; the first call of a method pays for it.
    private readonly Lazy<ParamsValidator> _validator = new(() => new ParamsValidator(contract));

    /// <summary>Reads parameters; false with the violations when they do not fit.</summary>
    /// <param name="utf8">JSON taken from a frame by <see cref="Frames.FrameReader"/>; empty counts as an empty object.</param>
    /// <param name="value">The bound record.</param>
    /// <param name="violations">What is wrong, in the words of the reference.</param>
    public bool TryRead(
        ReadOnlyMemory<byte> utf8,
        [NotNullWhen(true)] out T? value,
        [NotNullWhen(false)] out string? violations)
    {
        value = null;
        if (!TryParse(utf8, out var document))
        {
            violations = "must be JSON without duplicate properties";
            return false;
        }

        using (document)
        {
            violations = _validator.Value.Validate(document.RootElement);
            if (violations is not null)
            {
                return false;
            }

            value = document.RootElement.Deserialize(contract)!;
            return true;
        }
    }

    private static bool TryParse(ReadOnlyMemory<byte> utf8, [NotNullWhen(true)] out JsonDocument? document)
    {
        try
        {
            document = JsonDocument.Parse(utf8.IsEmpty ? "{}"u8.ToArray() : utf8, DocumentOptions);
            return true;
        }
        catch (JsonException)
        {
            document = null;
            return false;
        }
    }
}
