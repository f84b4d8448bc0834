using OpenClaw.Channels;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Security.Setup;

namespace OpenClaw.Host.Channels.Logins;

/// <summary><c>web.login.start</c> and <c>web.login.wait</c>: linking an account by a code on a screen.</summary>
internal sealed class LoginRpc(ChannelLogins logins, TimeProvider time) : IRpcModule
{
    private const string Start = "web.login.start";
    private const string Wait = "web.login.wait";
    private const int LongestText = 2000;

    private static readonly TimeSpan UsualStart = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan UsualWait = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    public void Register(RpcMethods methods) => methods
        .Add(Start, static () => ChannelsJsonContext.Default.LoginStartParams, static () => ChannelsJsonContext.Default.LoginResult, StartAsync)
        .Add(Wait, static () => ChannelsJsonContext.Default.LoginWaitParams, static () => ChannelsJsonContext.Default.LoginResult, WaitAsync);

    private async ValueTask<LoginResult> StartAsync(RpcCall call, LoginStartParams parameters, CancellationToken cancellationToken)
    {
        var account = logins.Resolve(call, parameters.Channel, parameters.AccountId);
        var attempt = await logins.StartAsync(call, account, parameters.Force is true, parameters.Phone, cancellationToken);
        await attempt.ChangesAsync(null, PatienceOf(parameters.TimeoutMs, UsualStart), time, cancellationToken);
        return Describe(call, attempt, connectedKnown: attempt.Step is { Done: true });
    }

    private async ValueTask<LoginResult> WaitAsync(RpcCall call, LoginWaitParams parameters, CancellationToken cancellationToken)
    {
        var account = logins.Resolve(call, parameters.Channel, parameters.AccountId);
        if (logins.Find(account) is not { } attempt)
            throw RpcException.InvalidRequest($"{call.Method}: no login of account {account} is under way; begin one with web.login.start");
        var step = attempt.Step;
        var isNews = parameters.CurrentQrDataUrl is { } shown && step?.QrText is not null && Picture(step) != shown;
        if (!attempt.IsOver && !isNews)
            await attempt.ChangesAsync(step, PatienceOf(parameters.TimeoutMs, UsualWait), time, cancellationToken);
        return Describe(call, attempt, connectedKnown: true);
    }

    private static LoginResult Describe(RpcCall call, LoginTry attempt, bool connectedKnown)
    {
        var step = attempt.Step;
        if (step is not { Done: true } && attempt.Failure is { } failure)
            throw RpcException.Unavailable($"{call.Method}: {failure}", retryable: true);
        return new LoginResult
        {
            Message = Short(step?.Instruction) ?? "Still waiting for a code.",
            Connected = connectedKnown ? step is { Done: true } : null,
            QrDataUrl = step is { Done: false } ? Picture(step) : null,
            QrText = step is { Done: false } ? Short(step.QrText) : null,
            Code = step is { Done: false } ? Short(step.Code) : null,
            SessionKey = attempt.Account.ToString(),
        };
    }

    private static string? Picture(ChannelLoginStep step) => step.QrText is { Length: > 0 and <= LongestText } text ? SetupQr.ForPage(text) : null;

    private static string? Short(string? text) => text?.Length > LongestText ? text[..LongestText] : text;

    private static TimeSpan PatienceOf(long? milliseconds, TimeSpan usual) =>
        milliseconds is { } asked ? TimeSpan.FromMilliseconds(Math.Min(asked, (long)Longest.TotalMilliseconds)) : usual;
}
