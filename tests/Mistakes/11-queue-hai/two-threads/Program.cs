// mistake: not-a-process
// looks-right: yes
// A queue between two threads of one process.
using System.Collections.Concurrent;

var queue = new BlockingCollection<string>();
var producer = new Thread(() => queue.Add(args[0])); // <-- mistake
var consumer = new Thread(() => Console.WriteLine(queue.Take()));
producer.Start();
consumer.Start();
producer.Join();
consumer.Join();
