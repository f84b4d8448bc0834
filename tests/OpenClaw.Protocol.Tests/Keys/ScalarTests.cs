using System.Numerics;
using OpenClaw.Protocol.Keys;

namespace OpenClaw.Protocol.Tests.Keys;

public sealed class ScalarTests
{
    private static readonly BigInteger Order = BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493");

    [Fact]
    public void Arithmetic_agrees_with_big_integers()
    {
        var random = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            var (a, b, c) = (Next(random, 32), Next(random, 32), Next(random, 32));
            var wide = round == 0 ? [.. Enumerable.Repeat((byte)0xFF, 64)] : Next(random, 64);
            var result = new byte[32];
            Scalar.MultiplyAdd(a, b, c, result);
            Assert.Equal(((Number(a) * Number(b)) + Number(c)) % Order, Number(result));
            Scalar.Reduce(wide, result);
            Assert.Equal(Number(wide) % Order, Number(result));
        }
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public void The_order_itself_is_the_first_number_that_is_not_canonical(int offset, bool canonical)
    {
        var bytes = new byte[32];
        (Order + offset).TryWriteBytes(bytes, out _, isUnsigned: true);
        Assert.Equal(canonical, Ed25519Rules.IsCanonicalScalar(bytes));
    }

    [Fact]
    public void A_field_element_is_written_below_the_prime()
    {
        var prime = BigInteger.Pow(2, 255) - 19;
        var random = new Random(3);
        for (var round = 0; round < 500; round++)
        {
            byte[] a = round == 0 ? [0xED, .. Enumerable.Repeat((byte)0xFF, 30), 0x7F] : Next(random, 32);
            var b = Next(random, 32);
            a[31] &= 0x7F;
            b[31] &= 0x7F;
            var (x, y) = (FieldElement.FromBytes(a), FieldElement.FromBytes(b));
            Check((x + y) * (x - y), (Number(a) + Number(b)) * (Number(a) - Number(b)));
            Check(x.Square(), Number(a) * Number(a));
            Check(y.Invert() * y, BigInteger.One);
            Check(-x, -Number(a));
        }

        void Check(FieldElement actual, BigInteger expected)
        {
            var bytes = new byte[32];
            actual.ToBytes(bytes);
            Assert.Equal(((expected % prime) + prime) % prime, Number(bytes));
        }
    }

    private static BigInteger Number(byte[] bytes) => new(bytes, isUnsigned: true);

    private static byte[] Next(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }
}
