using SwapEdge.Protocol;

namespace SwapEdge.Tests.City;

public class TextAndChecksumTests
{
    [Fact]
    public void Checksum_of_the_check_string_is_that_of_the_catalogue()
    {
        byte[] data = "123456789"u8.ToArray();
        Assert.Equal(0xCBF43926u, Crc32.Compute(data, 0, data.Length));
    }

    [Fact]
    public void Checksum_can_be_taken_in_parts()
    {
        byte[] data = "xx123456789"u8.ToArray();
        Assert.Equal(0xCBF43926u, Crc32.Extend(Crc32.Compute(data, 2, 4), data, 6, 5));
        Assert.Equal(0u, Crc32.Compute(data, 0, 0));
    }

    [Fact]
    public void Text_goes_into_bytes_and_back()
    {
        byte[] buffer = new byte[8];
        Assert.Equal(4, Ascii.Write("LFWX", buffer, 4));
        Assert.Equal("LFWX", Ascii.Read(buffer, 4, 4));
    }

    [Fact]
    public void Text_without_room_writes_nothing()
    {
        byte[] buffer = new byte[4];
        Assert.Equal(-1, Ascii.Write("12345", buffer, 0));
        Assert.Equal(-1, Ascii.Write("1", buffer, 4));
        Assert.All(buffer, value => Assert.Equal(0, value));
    }

    [Fact]
    public void What_is_not_printable_ascii_is_a_question_mark()
    {
        byte[] buffer = new byte[4];
        Assert.Equal(4, Ascii.Write("a\u00e9\n\u6362", buffer, 0));
        Assert.Equal("a???", System.Text.Encoding.ASCII.GetString(buffer));
        Assert.Equal("??~?", Ascii.Read([0xFF, 0x00, 0x7E, 0x7F], 0, 4));
    }
}
