using System.Buffers;
using System.Text.Json;

namespace OpenClaw.Host.Channels.Accounts;

/// <summary>Lays an account's settings over those of its channel. A member of the account replaces the channel's whole; maps do not merge.</summary>
internal static class AccountSettings
{
    private const string Accounts = "accounts";
    private const string DefaultAccount = "defaultAccount";

    public static JsonElement Of(JsonElement channel, JsonElement account)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var member in Members(channel))
            {
                if (member.Name is not (Accounts or DefaultAccount) && !Has(account, member.Name))
                    member.WriteTo(writer);
            }

            foreach (var member in Members(account))
                member.WriteTo(writer);
            writer.WriteEndObject();
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }

    private static JsonElement.ObjectEnumerator Members(JsonElement owner) =>
        owner.ValueKind == JsonValueKind.Object ? owner.EnumerateObject() : default;

    private static bool Has(JsonElement owner, string name) => owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out _);
}
