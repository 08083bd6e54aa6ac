[assembly: System.Reflection.AssemblyVersion("1.6.42.0")]

namespace nanoFramework.Networking
{
    public class Sntp
    {
        internal extern Sntp();
        public static extern string Server1 { get; set; }
        public static extern void Start();
    }
}
