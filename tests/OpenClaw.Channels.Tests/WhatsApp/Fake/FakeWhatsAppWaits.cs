namespace OpenClaw.Channels.Tests.WhatsApp.Fake;

/// <summary>Waits for what the plugin does.</summary>
internal static class FakeWhatsAppWaits
{
    public static async Task<IReadOnlyList<SentMessage>> UntilSentAsync(this FakeWhatsApp whatsapp, Func<IReadOnlyList<SentMessage>, bool> isSo)
    {
        await whatsapp.UntilAsync(() => isSo(whatsapp.Sent));
        return whatsapp.Sent;
    }

    public static async Task<BridgeRequest> AskedAsync(this FakeWhatsApp whatsapp, string op, int times = 1)
    {
        await whatsapp.UntilAsync(() => whatsapp.Requests.Count(one => one.Op == op) >= times);
        return whatsapp.Requests.Where(one => one.Op == op).ElementAt(times - 1);
    }
}
