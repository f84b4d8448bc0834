namespace OpenClaw.Bench.Fuzz;

/// <summary>Makes bytes wrong without asking what they mean.</summary>
internal static class ByteMutator
{
    public static byte[] Mutate(byte[] frame, Random random, FrameCorpus corpus)
    {
        if (frame.Length == 0 || random.Next(20) == 0)
            return Noise(random, random.Next(0, 300));
        var at = random.Next(frame.Length);
        var length = Math.Min(random.Next(1, 40), frame.Length - at);
        switch (random.Next(7))
        {
            case 0:
                return [.. frame.AsSpan(0, at), .. frame.AsSpan(at + length)];
            case 1:
                return [.. frame.AsSpan(0, at), .. Noise(random, length), .. frame.AsSpan(at)];
            case 2:
                return [.. frame.AsSpan(0, at + length), .. frame.AsSpan(at)];
            case 3:
                return frame[..at];
            case 4:
                var other = corpus.Frame(random);
                return [.. frame.AsSpan(0, at), .. other.AsSpan(random.Next(other.Length + 1))];
            case 5:
                return [.. Enumerable.Repeat((byte)"[{\"\\ "[random.Next(5)], random.Next(1, 70_000))];
            default:
                byte[] flipped = [.. frame];
                for (var flips = random.Next(1, 8); flips > 0; flips--)
                    flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
                return flipped;
        }
    }

    private static byte[] Noise(Random random, int length)
    {
        var noise = new byte[length];
        random.NextBytes(noise);
        return noise;
    }
}
