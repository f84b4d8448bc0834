using OpenClaw.Channels.Discord.Api;

namespace OpenClaw.Channels.Discord.Sending;

/// <summary>Makes a send and says what became of it.</summary>
internal static class SendGuard
{
    /// <param name="open">What was begun before.</param>
    /// <param name="nonce">Names the send.</param>
    /// <param name="trusted">How long it may be repeated.</param>
    /// <param name="send">Sends.</param>
    public static async Task<SendOutcome> SendAsync(this OpenSends open, string nonce, TimeSpan trusted, Func<Task<SendOutcome>> send)
    {
        bool isFirst;
        try
        {
            if (!open.TryBegin(nonce, trusted, out isFirst))
                return new SendUnknown("it was tried before, and Discord would show it a second time if it had arrived");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new SendRetryable($"the plugin's storage takes nothing: {error.GetType().Name}");
        }

        var outcome = await TryAsync(send);
        open.End(nonce, outcome, isFirst);
        return outcome;
    }

    private static async Task<SendOutcome> TryAsync(Func<Task<SendOutcome>> send)
    {
        try
        {
            return await send();
        }
        catch (ApiException error)
        {
            return Outcomes.Of(error);
        }
        catch (IOException error)
        {
            return new SendRefused("file_gone", $"the file cannot be read: {error.GetType().Name}");
        }
    }
}
