using System.Security.Cryptography;
using System.Text;

namespace OpenClaw.Host.Channels.Pairing;

/// <summary>Codes that a stranger passes on to the owner: easy to read out, hard to guess.</summary>
internal static class PairingCodes
{
    public const int Length = 8;

    // 32 letters and digits; those that are taken for one another are left out.
    public const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    public static string Create() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>As people type it; null for what cannot be a code.</summary>
    public static string? Normalize(string typed)
    {
        var code = typed.Trim().ToUpperInvariant();
        return code.Length == Length && code.All(static letter => Alphabet.Contains(letter, StringComparison.Ordinal)) ? code : null;
    }

    /// <summary>Finds the request with that code. How long it takes tells nothing of how close a guess came.</summary>
    public static PairingRequest? Find(IEnumerable<PairingRequest> requests, string code)
    {
        var wanted = Encoding.ASCII.GetBytes(code);
        PairingRequest? found = null;
        foreach (var request in requests)
        {
            if (CryptographicOperations.FixedTimeEquals(wanted, Encoding.ASCII.GetBytes(request.Code)))
            {
                found = request;
            }
        }

        return found;
    }
}
