using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

// A bridge of the WhatsApp plugin that has no mind of its own: what it says and does is decided by the test at the other end of the socket.
using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
await socket.ConnectAsync(IPAddress.Loopback, int.Parse(args[0], CultureInfo.InvariantCulture));
await using var far = new NetworkStream(socket);
await far.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"{Environment.ProcessId}\n"));
await using var input = Console.OpenStandardInput();
await using var output = Console.OpenStandardOutput();
await using var errors = Console.OpenStandardError();

var asked = AskAsync();
try
{
    await TellAsync();
}
catch (IOException)
{
    // The test, or the plugin, is gone.
}

return 0;

async Task AskAsync()
{
    await input.CopyToAsync(far);
    // The plugin has closed its end; the test hears of it.
    socket.Shutdown(SocketShutdown.Send);
}

async Task TellAsync()
{
    var head = new byte[5];
    while (await far.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false) == head.Length)
    {
        var content = new byte[BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(1))];
        await far.ReadExactlyAsync(content);
        if (head[0] == (byte)'x')
            Environment.Exit(content[0]);
        var stream = head[0] == (byte)'e' ? errors : output;
        await stream.WriteAsync(content);
        await stream.FlushAsync();
    }
}
