using System.Threading.Channels;

namespace OpenClaw.Channels.WhatsApp.Connecting;

/// <summary>Somebody who waits for a code to scan or to type.</summary>
/// <param name="phone">The digits of the phone that a code is asked for; a picture to scan without it.</param>
internal sealed class LoginAttempt(string? phone, TimeProvider time)
{
    // The first picture stands for a minute, those after it for twenty seconds.
    private static readonly TimeSpan FirstLife = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan CodeLife = TimeSpan.FromMinutes(3);

    // Only the latest picture is of any use.
    private readonly Channel<ChannelLoginStep> _steps =
        System.Threading.Channels.Channel.CreateBounded<ChannelLoginStep>(new BoundedChannelOptions(4) { FullMode = BoundedChannelFullMode.DropOldest });

    private int _shown;

    public string? Phone => phone;

    public ChannelReader<ChannelLoginStep> Steps => _steps.Reader;

    /// <summary>Whether a code to type was given out already.</summary>
    public bool HasCode { get; private set; }

    public void ShowQr(string text) => _steps.Writer.TryWrite(new ChannelLoginStep
    {
        QrText = text,
        Instruction = "Open WhatsApp on the phone, Settings, Linked devices, Link a device, and scan this.",
        ExpiresAt = time.GetUtcNow() + (_shown++ == 0 ? FirstLife : Life),
    });

    public void ShowCode(string code)
    {
        HasCode = true;
        _steps.Writer.TryWrite(new ChannelLoginStep
        {
            Code = code,
            Instruction = "Open WhatsApp on the phone, Settings, Linked devices, Link a device, Link with phone number instead, and type this.",
            ExpiresAt = time.GetUtcNow() + CodeLife,
        });
    }

    public void Succeed()
    {
        _steps.Writer.TryWrite(new ChannelLoginStep { Done = true, Instruction = "WhatsApp is linked." });
        _steps.Writer.TryComplete();
    }

    public void Fail(string reason) => _steps.Writer.TryComplete(new ChannelException(reason));
}
