using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using OpenClaw.Channels.WhatsApp.Bridge;

namespace OpenClaw.Channels.WhatsApp.Connecting;

/// <summary>Links an account with a phone, and takes the link away.</summary>
internal sealed class AccountLogin(AccountLoop loop, SessionSetup setup)
{
    private const int MinDigits = 7;
    private const int MaxDigits = 15;

    private static readonly TimeSpan LogoutPatience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(3);

    /// <exception cref="ChannelException">It failed.</exception>
    public async IAsyncEnumerable<ChannelLoginStep> LoginAsync(ChannelLoginRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var attempt = new LoginAttempt(PhoneOf(request), setup.Time);
        var isLoggedOut = setup.Health.Status.Health == "logged-out";
        if (setup.Auth.IsLinked && !request.Force && !isLoggedOut)
        {
            loop.Wake(forgetTrouble: true);
            yield return new ChannelLoginStep { Done = true, Instruction = "WhatsApp is linked already; force links it anew." };
            yield break;
        }

        if (setup.Auth.IsLinked)
            await LogoutAsync(cancellationToken);
        setup.Logins.Open(attempt);
        using var life = new CancellationTokenSource(Life, setup.Time);
        using var over = life.Token.Register(static state => ((LoginAttempt)state!).Fail("nobody linked the account within three minutes"), attempt);
        try
        {
            loop.Wake(forgetTrouble: true);
            await foreach (var step in attempt.Steps.ReadAllAsync(cancellationToken))
                yield return step;
        }
        finally
        {
            setup.Logins.Close(attempt);
            if (!setup.Auth.IsLinked)
                loop.Interrupt();
        }
    }

    public async Task LogoutAsync(CancellationToken cancellationToken)
    {
        try
        {
            await loop.AskAsync("logout", [], LogoutPatience, cancellationToken);
        }
        catch (BridgeException)
        {
            // WhatsApp cannot be told at this moment; the phone still lists the device, and its owner can remove it there.
        }

        await loop.WithoutBridgeAsync(setup.Auth.Clear, cancellationToken);
        loop.Wake(forgetTrouble: true);
    }

    private static string? PhoneOf(ChannelLoginRequest request)
    {
        if (string.IsNullOrWhiteSpace(request.Phone))
            return null;
        var digits = new string([.. request.Phone.Where(char.IsAsciiDigit)]);
        return digits.Length is >= MinDigits and <= MaxDigits
            ? digits
            : throw new ChannelException("the phone number must be international: a plus sign, the country's code and the number, 7 to 15 digits in all");
    }
}
