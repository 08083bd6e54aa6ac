// Only members that the desktop's assembly of this name has too, or forwards: what is compiled against them runs there.
// It does not forward FileMode and FileAccess, and the device's Stream lives in an assembly of its own; so FileStream
// is declared with what it overrides and without its base.
[assembly: System.Reflection.AssemblyVersion("1.1.94.0")]

namespace nanoFramework.System.IO.FileSystem
{
    // Only where a card is mounted, which the desktop never does.
    public class CardDetectParameters { }

    public class SDCard
    {
        public extern SDCard(SDCardMmcParameters mmcParameters, CardDetectParameters cdParameters);
        public extern void Mount();

        public enum SDDataWidth { _1_bit = 1 }
    }

    public class SDCardMmcParameters { public SDCard.SDDataWidth dataWidth; }
}

namespace System.IO
{
    public static class Directory { public static extern string[] GetFiles(string path); }

    public static class File
    {
        public static extern void Delete(string path);
        public static extern FileStream OpenRead(string path);
        public static extern FileStream OpenWrite(string path);
    }

    public sealed class FileInfo
    {
        public extern FileInfo(string fileName);
        public extern long Length { get; }
    }

    public class FileStream
    {
        internal extern FileStream();
        public extern long Length { get; }
        public extern long Position { get; set; }
        public extern void Close();
        public extern int Read(byte[] buffer, int offset, int count);
        public extern void Write(byte[] buffer, int offset, int count);
    }
}
