"""Runs a generated view on a Spark cluster: driver.py MASTER DATA VIEW.sql RESULT"""
import json
import sys
import time

from pyspark.sql import SparkSession

master, data, view, result = sys.argv[1:]
spark = (
    SparkSession.builder.master(master)
    .appName("anpo")
    .config("spark.driver.host", "127.0.0.1")
    .config("spark.driver.bindAddress", "127.0.0.1")
    .config("spark.executor.memory", "1500m")
    .config("spark.ui.enabled", "false")
    # One partition for each of the data set's, however small they are.
    .config("spark.sql.files.minPartitionNum", "8")
    .getOrCreate()
)
spark.read.parquet(data).createOrReplaceTempView("situations")
start = time.time()
with open(view) as file:
    spark.sql(file.read()).write.mode("overwrite").parquet(result)
seconds = time.time() - start
# Executors other than the driver itself: proof that the work was shared.
status = spark.sparkContext._jsc.sc().statusTracker().getExecutorInfos()
partitions = spark.read.parquet(data).rdd.getNumPartitions()
print(json.dumps({"seconds": seconds, "executors": len(status) - 1, "partitions": partitions}))
spark.stop()
